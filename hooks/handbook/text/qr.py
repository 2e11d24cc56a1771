"""The code that leads from paper back to a page, drawn from its address. It knows nothing of where it is printed."""

import io

import segno


def qr_svg(address: str) -> str:
    """Draw the QR code of an address as SVG, with its quiet zone; the same address gives the same text."""
    drawing = io.BytesIO()
    # `omitsize`: without a viewBox the drawing could not be scaled. A micro code is not read by every phone.
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", omitsize=True, xmldecl=False, border=4)
    return drawing.getvalue().decode("ascii")
