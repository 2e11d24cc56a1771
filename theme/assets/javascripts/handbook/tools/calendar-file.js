/** Calendar files made in the browser: whole days with their words, to be read into a phone. Must not know the page. */

import { isoOf } from "./calendar.js";

const LONG_LINE = /.{1,18}/gsu; // lines hold 75 bytes by RFC 5545
const SPECIAL = /[\\;,]/g;

/**
 * Write events, each `{ key, day, summary, description, url }`, as one calendar.
 *
 * A key stays the same from one file to the next, so that a calendar read in again has nothing twice.
 */
export function calendarFile(publisher, events, now = new Date()) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${publisher}//planner//VI`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.key}@${publisher}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plainDay(event.day)}`,
      `DTEND;VALUE=DATE:${plainDay(event.day + 1)}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `URL:${event.url}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

const plainDay = (day) => isoOf(day).replaceAll("-", "");

const escaped = (words) => words.replace(SPECIAL, "\\$&").replace(/\r?\n/g, "\\n");

/** Break a long line between letters, none of which takes more than four bytes; what follows begins with a space. */
const folded = (line) => line.match(LONG_LINE).join("\r\n ");
