/** Makes elements. Whatever is said goes in as text: nothing that was typed or imported ever becomes markup. */

/** Make an element: its attributes (false and null leave one out, `on…` listens), then texts and elements inside. */
export function make(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((one) => one !== null && one !== false));
  return made;
}

/** Make a shape of a drawing. */
export function shape(name, attributes, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** Make a button that says what it does. */
export function button(words, press, attributes = {}) {
  return make("button", { type: "button", class: "sh-button", onclick: press, ...attributes }, words);
}

let made = 0;

/** Give an id that no other element has. */
export function freshId(word) {
  made += 1;
  return `tool_${word}_${made}`;
}

/** Make a field with its label above and its hint below; gives `{ row, field, say }`, `say` shows what is wrong. */
export function field(label, { hint = "", kind = "input", ...attributes } = {}) {
  const id = freshId("field");
  const told = make("p", { class: "sh-meta", id: `${id}_hint` }, hint);
  const wrong = make("p", { class: "sh-wrong", id: `${id}_wrong`, hidden: true });
  const made = make(kind, {
    id,
    class: "sh-entry-field",
    autocomplete: "off",
    "aria-describedby": [hint && told.id, wrong.id].filter(Boolean).join(" "),
    ...(kind === "input" ? { type: "text" } : {}),
    ...attributes,
  });
  const row = make("div", { class: "sh-field-row" }, make("label", { for: id }, label), hint ? told : null, made, wrong);
  const say = (words) => {
    wrong.textContent = words;
    wrong.hidden = !words;
    if (words) made.setAttribute("aria-invalid", "true");
    else made.removeAttribute("aria-invalid");
  };
  return { row, field: made, say };
}

/** Hand a text over as a file. */
export function saveAs(name, text, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
