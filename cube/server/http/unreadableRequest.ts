import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorBody } from "./errorResponse.ts";

const isTooLong = (error: NodeJS.ErrnoException): boolean => error.code === "HPE_HEADER_OVERFLOW";

/** Answers what is no HTTP, or has an address longer than Node reads (16 kB), in the shape of every failure. */
export const unreadableRequest = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const status = isTooLong(error) ? 431 : 400;
  const told: ErrorBody = {
    error: isTooLong(error)
      ? "Địa chỉ quá dài. (The address is too long.)"
      : "Yêu cầu không đọc được. (The request cannot be read.)",
    fields: [],
    fix: isTooLong(error) ? 'POST {"query": { … }} to the same path.' : "Send HTTP/1.1.",
    requestId: randomUUID(),
  };
  const body = JSON.stringify(told);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
};
