import { WarehouseError } from "../../../warehouse/WarehouseError.ts";
import type { Fault } from "../question/QuestionError.ts";

export interface HttpErrorOptions extends ErrorOptions {
  /** What of the request is wrong: "filters[0].values", "structure". */
  readonly fields?: readonly string[];
}

/** A failure that the reader is told: in words, with what to do. */
export class HttpError extends Error {
  readonly status: number;
  readonly fix: string;
  readonly fields: readonly string[];

  constructor(status: number, message: string, fix: string, { fields = [], ...options }: HttpErrorOptions = {}) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
    this.fix = fix;
    this.fields = fields;
  }
}

/** Mistakes of the asker's, each with its field. */
export const badRequest = (faults: readonly Fault[], options?: ErrorOptions): HttpError =>
  new HttpError(
    400,
    `Câu hỏi không hợp lệ. (Bad request.) ${faults.map(({ field, message }) => `${field}: ${message}`).join(" ")}`,
    [...new Set(faults.map(({ fix }) => fix))].join("; "),
    { ...options, fields: faults.map(({ field }) => field) },
  );

export const warehouseIsDown = (cause: unknown): HttpError =>
  new HttpError(
    503,
    "Kho dữ liệu không trả lời. (The warehouse does not answer.)",
    "Đợi ít phút rồi tải lại; nếu vẫn vậy, kiểm tra ClickHouse: npm run warehouse -- status.",
    { cause },
  );

export const isTooBusy = (): HttpError =>
  new HttpError(429, "Đang có quá nhiều truy vấn. (Too many questions at once.)", "Đợi vài giây rồi tải lại.");

export const warehouseIsNotReady = (cause: unknown): HttpError =>
  new HttpError(
    503,
    "Kho dữ liệu chưa sẵn sàng. (The warehouse is not ready.)",
    "Kiểm tra kho đã được khởi tạo: npm run warehouse -- migrate.",
    { cause },
  );

/** A failed read of what every answer needs: the connection, or the warehouse itself. */
export const warehouseFailure = (cause: unknown): HttpError =>
  cause instanceof WarehouseError && cause.code !== 0 ? warehouseIsNotReady(cause) : warehouseIsDown(cause);
