"""Digests of bytes: what tells that something is as it was. It must not know what is digested."""

import hashlib


def digest_of(*parts: bytes) -> bytes:
    """Digest some bytes; the same bytes parted otherwise have another digest."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
