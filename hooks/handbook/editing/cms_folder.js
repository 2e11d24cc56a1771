/**
 * A folder that the web editor reads and writes as it would the browser's own private file system, kept on disk by
 * scripts/cms.py. Only what the web editor calls is here. Knows nothing of records.
 */

const TEMPORARY = "."

/** One file: its content, and its version on disk ("" while it is not there). */
class FileNode {
  kind = "file"

  constructor(folder, name, content = "", version = "") {
    Object.assign(this, { folder, name, content, version })
  }

  async getFile() {
    return new File([this.content], this.name)
  }

  async createWritable() {
    const pieces = []
    return {
      write: async (piece) => pieces.push(piece),
      close: async () => {
        this.content = await new Blob(pieces).text()
        if (!this.name.startsWith(TEMPORARY)) await this.keep(this)
      },
    }
  }

  /** The web editor writes beside a file and then puts the new one in its place; only then is it kept. */
  async move(folder, name) {
    const old = folder.children.get(name)
    const target = old ?? new FileNode(folder, name)
    await this.keep(target)
    folder.children.set(name, target)
    this.folder.children.delete(this.name)
    Object.assign(this, { folder, name, content: target.content, version: target.version })
  }

  async keep(target) {
    const kept = await target.folder.send(target, this.content)
    Object.assign(target, kept)
  }
}

/** One folder; `write` sends a file to disk and gives its new content and version. */
export class FolderNode {
  kind = "directory"
  children = new Map()

  constructor(path, write) {
    Object.assign(this, { path, write, name: path.split("/").at(-1) })
  }

  async getDirectoryHandle(name, { create = false } = {}) {
    return this.child(name, FolderNode, create, () => new FolderNode(this.inside(name), this.write))
  }

  async getFileHandle(name, { create = false } = {}) {
    return this.child(name, FileNode, create, () => new FileNode(this, name))
  }

  async removeEntry(name) {
    if (!name.startsWith(TEMPORARY)) throw new DOMException(name, "NotAllowedError")
    this.children.delete(name)
  }

  async *entries() {
    yield* [...this.children]
  }

  add(path, content, version) {
    const [name, ...rest] = path.split("/")
    if (!rest.length) {
      this.children.set(name, new FileNode(this, name, content, version))
      return
    }
    if (!this.children.has(name)) this.children.set(name, new FolderNode(this.inside(name), this.write))
    this.children.get(name).add(rest.join("/"), content, version)
  }

  send(file, content) {
    return this.write(this.inside(file.name), file.version, content)
  }

  inside(name) {
    return this.path ? `${this.path}/${name}` : name
  }

  child(name, type, create, make) {
    if (!this.children.has(name)) {
      if (!create) throw new DOMException(name, "NotFoundError")
      this.children.set(name, make())
    }
    const found = this.children.get(name)
    if (!(found instanceof type)) throw new DOMException(name, "TypeMismatchError")
    return found
  }
}
