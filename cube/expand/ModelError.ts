import { UserError } from "../../warehouse/UserError.ts";

/** A fault of a model file. `where` is its file and line: "cubes/payment_rows.yml:12". */
export class ModelError extends UserError {
  constructor(where: string, message: string, fix: string) {
    super(`${where}: ${message}`, { fix });
    this.name = "ModelError";
  }
}
