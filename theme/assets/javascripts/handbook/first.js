/**
 * What has to be known before anything is painted: where the site begins, and whether this reader reads light or dark.
 *
 * Stands in the head and keeps the page waiting, so it is short and a file of its own: the content policy allows no
 * script in the page itself. The names that begin with __md_ are those that Material's script calls.
 */
(() => {
  const site = new URL("../../..", document.currentScript.src);

  /** Give what is kept under a name, or null: storage may be refused, or hold what something else has written. */
  const read = (name, storage, scope = site) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${name}`));
    } catch {
      return null;
    }
  };

  const write = (name, value, storage, scope = site) => {
    try {
      (storage ?? localStorage).setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // Nothing is kept then; the page works all the same.
    }
  };

  const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 0);

  Object.assign(window, { __md_scope: site, __md_get: read, __md_set: write, __md_hash: hash });

  const colours = read("__palette")?.color;
  // The system's own choice is known only to the form in the header, which Material's script reads later.
  if (!colours || colours.media === "(prefers-color-scheme)") return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    for (const name of ["media", "scheme", "primary", "accent"])
      if (typeof colours[name] === "string") document.body.setAttribute(`data-md-color-${name}`, colours[name]);
  }).observe(document.documentElement, { childList: true });
})();
