/**
 * What stands behind the search field: hears Material's messages, answers with results. On a server it is a web worker; in a
 * folder opened as file://, where browsers allow none, box.js runs it in the page. Nothing is loaded before somebody searches.
 */
((search) => {
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const FILTER = "handbook-filter";
  const SCRIPTS = ["text", "index", "query", "ranking", "rereading", "results", "answer"];
  const PAUSE = 120; // milliseconds between the last letter and the search
  const NONE = { items: [], suggest: [] };

  const isWorker = typeof importScripts === "function";
  const own = isWorker ? globalThis.location.href : document.currentScript.src;
  const waiting = new Map();

  /** What each file of the index calls where it is run as a script. */
  globalThis.handbookSearchTakes = (name, value) => waiting.get(name)?.(value);

  function runScript(url) {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: url, async: false, onload: resolve });
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
    });
  }

  async function loadScripts() {
    const urls = SCRIPTS.map((name) => new URL(`${name}.js`, own).href);
    if (isWorker) importScripts(...urls);
    else await Promise.all(urls.map(runScript));
  }

  async function fetchFile(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    const text = await answer.text();
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
  }

  async function runFile(url, name) {
    const told = new Promise((resolve) => waiting.set(name, resolve));
    await runScript(url);
    waiting.delete(name);
    return told;
  }

  /** Answers messages with `post`. */
  class Service {
    #post;
    #folder = "";
    #whole = "";
    #index;
    #query = "";
    #sort = "";
    #turn = 0;

    constructor(post) {
      this.#post = post;
    }

    hear({ type, data }) {
      if (type === SETUP) {
        this.#folder = new URL(`../../../../search/${data.config.folder}/`, own).href;
        this.#whole = data.config.whole;
        this.#post({ type: READY });
      } else if (type === QUERY) {
        this.#query = data;
        this.#sort = "";
        this.#search();
      } else if (type === FILTER) {
        this.#sort = data;
        this.#search();
      }
    }

    async #open() {
      if (!search.Index) await loadScripts();
      const run = (name) => runFile(`${this.#folder}${name}.js`, name);
      if (isWorker) return new search.Index((name) => fetchFile(`${this.#folder}${name}.js`)).open();
      if (!this.#whole) return new search.Index(run).open();
      const files = await run(this.#whole); // an edition for folders has all files of the index in one
      return new search.Index(async (name) => files[name]).open();
    }

    /** Search once no more letters come; only the last search answers. */
    async #search() {
      const turn = (this.#turn += 1);
      const query = this.#query;
      if (!query.trim()) {
        this.#post({ type: RESULT, data: { ...NONE, handbook: { query: "" } } });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (turn !== this.#turn) return;
      let data;
      try {
        this.#index ??= this.#open();
        data = await this.#answer(await this.#index, query);
      } catch {
        this.#index = undefined; // the next search tries again
        data = { ...NONE, handbook: { query, failed: true } };
      }
      if (turn === this.#turn) this.#post({ type: RESULT, data });
    }

    async #answer(index, query) {
      const sort = this.#sort;
      const { pages, total, sorts, words, wanted } = await search.answer(index, query, sort);
      // A folder has no server that would open a folder's index.html.
      const addressOf = (address) => (isWorker || !/(^|\/)$/.test(address) ? address : `${address}index.html`);
      const items = pages.map((page) => search.itemOf(page, wanted, addressOf));
      return { items, suggest: [], handbook: { query, sort, total, sorts, words } };
    }
  }

  if (isWorker) {
    const service = new Service((message) => globalThis.postMessage(message));
    globalThis.onmessage = ({ data }) => service.hear(data);
  } else search.Service = Service;
})((globalThis.handbookSearch ??= {}));
