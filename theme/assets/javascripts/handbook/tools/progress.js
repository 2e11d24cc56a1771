/** How far a checklist is: the count, and one bar in as many parts as there are phases. */

import { make, shape } from "./elements.js";

const GAP = 0.4; // of one item

/** Make the bar for phases `{ title, total }`; gives `{ element, show }`, `show` takes how many of each are done. */
export function progressBar(phases) {
  const total = added(phases.map((phase) => phase.total));
  const [count, left] = [make("strong", {}, ""), make("span", {}, "")];
  const [drawing, parts] = drawn(phases);
  const labels = phases.map((phase) => labelOf(phase, phases));
  const element = make(
    "div",
    { class: "sh-progress" },
    make("p", { class: "sh-progress__count" }, count, " ", left),
    drawing,
    make("ul", { class: "sh-progress__phases", role: "list" }, ...labels.map((label) => label.element)),
  );
  let shown = [];
  const show = (done) => {
    const all = added(done);
    // Texts change in place, and only what is new is touched: browsers then look at nothing but this bar.
    count.firstChild.data = `Xong ${all}/${total} việc`;
    left.firstChild.data = all === total ? "Đã xong cả" : `Còn ${total - all} việc`;
    for (const [index, part] of parts.entries()) {
      if (done[index] === shown[index]) continue;
      part.setAttribute("width", done[index]);
      labels[index].say(`${done[index]}/${phases[index].total}`);
    }
    shown = done;
  };
  return { element, show };
}

const added = (numbers) => numbers.reduce((one, other) => one + other, 0);

function drawn(phases) {
  const width = added(phases.map((phase) => phase.total)) + GAP * (phases.length - 1);
  const drawing = shape("svg", {
    class: "sh-progress__bar",
    viewBox: `0 0 ${width} 1`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  let x = 0;
  const parts = phases.map((phase) => {
    const part = shape("rect", { class: "sh-progress__part", x, width: 0, height: 1 });
    drawing.append(shape("rect", { class: "sh-progress__whole", x, width: phase.total, height: 1 }), part);
    x += phase.total + GAP;
    return part;
  });
  return [drawing, parts];
}

/** On a phone the first word is enough, where it tells the phases apart. */
function labelOf(phase, phases) {
  const [first, ...rest] = phase.title.split(" ");
  const apart = phases.filter((other) => other.title.split(" ")[0] === first).length === 1;
  const number = make("span", {}, "");
  const more = make("span", { class: apart && "sh-progress__rest" }, ` ${rest.join(" ")}`);
  return { element: make("li", {}, first, more, " ", number), say: (words) => (number.firstChild.data = words) };
}
