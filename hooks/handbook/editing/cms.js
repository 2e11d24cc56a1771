/** Starts the web editor over the handbook's files, in Vietnamese, without an account. */

import { FolderNode } from "/cms_folder.js"

const message = document.getElementById("handbook-message")
message.querySelector("button").addEventListener("click", () => message.hidePopover())

function tell(text) {
  message.querySelector("p").textContent = text
  message.showPopover()
}

async function read(path) {
  const answer = await fetch(path)
  const told = await answer.json()
  if (!answer.ok) throw new Error(told.message)
  return told
}

async function write(path, version, content) {
  const headers = { "Content-Type": "application/json" }
  const body = JSON.stringify({ path, version, content })
  let answer
  try {
    answer = await fetch("/files", { method: "PUT", headers, body })
  } catch {
    tell("Chưa ghi được: scripts/cms.py không còn chạy.\nChạy lại lệnh rồi lưu lần nữa.")
    throw new DOMException(path, "InvalidStateError")
  }
  const told = await answer.json()
  if (told.message) tell(told.message)
  if (!answer.ok) throw new DOMException(path, "InvalidStateError")
  const { content: kept, version: now } = told
  return { content: kept, version: now }
}

/** Words and account that the web editor would ask for; what a person has chosen since stays. */
function prepare() {
  const preferences = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}")
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "vi", ...preferences }))
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }))
}

async function open() {
  const [config, files] = await Promise.all(["/config", "/files"].map(read))
  const root = new FolderNode("", write)
  for (const [path, { content, version }] of Object.entries(files)) root.add(path, content, version)
  const storage = { getDirectoryHandle: async () => root }
  navigator.storage.getDirectory = async () => storage
  prepare()
  const { default: editor } = await import("/editor/npm/index.js")
  editor.init({ config })
}

open().catch((error) => tell(`Chưa mở được trình soạn. Tải lại trang; vẫn hỏng thì chạy lại scripts/cms.py.\n${error}`))
