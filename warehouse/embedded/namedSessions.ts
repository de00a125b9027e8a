import { z } from "zod";
import { ClickHouseError } from "./clickHouseError.ts";
import { sessionRestore, setParameters, settingAssignments } from "./connectionSettings.ts";
import type { Engine, EngineConnection } from "./engine.ts";
import type { QueryRequest } from "./parseRequest.ts";
import { quoteName, quoteString } from "./sqlText.ts";

interface NamedSession {
  connection: EngineConnection;
  isBusy: boolean;
  expiry?: NodeJS.Timeout;
}

/** A connection for the length of one statement. */
export interface Lease {
  connection: EngineConnection;
  /** Only when no statement is running on it. */
  release(): Promise<void>;
}

const savedSettings = z.object({ data: z.array(z.tuple([z.string(), z.string(), z.number()])) });
const savedDatabase = z.object({ data: z.array(z.tuple([z.string()])) });

/**
 * Sessions of `session_id`: a connection each, kept between requests with its SET settings and
 * temporary tables until it has been idle for its timeout. A request's own settings last for it alone.
 */
export class NamedSessions {
  readonly #engine: Engine;
  readonly #profile: ReadonlyMap<string, string>;
  readonly #limit: number;
  readonly #sessions = new Map<string, NamedSession>();

  constructor(engine: Engine, profile: ReadonlyMap<string, string>, limit: number) {
    this.#engine = engine;
    this.#profile = profile;
    this.#limit = limit;
  }

  /** @throws ClickHouseError SESSION_IS_LOCKED, SESSION_NOT_FOUND, or what the engine says of the settings. */
  async lease(wanted: NonNullable<QueryRequest["session"]>, request: QueryRequest, tag: string): Promise<Lease> {
    const session = this.#find(wanted);
    session.isBusy = true;
    clearTimeout(session.expiry);
    const { connection } = session;
    const free = (): void => {
      session.isBusy = false;
      session.expiry = setTimeout(() => this.#drop(wanted.id), wanted.timeoutSeconds * 1000);
    };
    try {
      const restore = await this.#apply(connection, request, tag);
      return {
        connection,
        release: async () => {
          try {
            await connection.query(restore, "Null");
            free();
          } catch {
            this.#drop(wanted.id); // Its settings can no longer be trusted, e.g. after SET readonly = 1.
          }
        },
      };
    } catch (error) {
      free();
      throw error;
    }
  }

  /** Only when no statement is running. */
  close(): void {
    for (const id of [...this.#sessions.keys()]) this.#drop(id);
  }

  #find({ id, mustExist }: NonNullable<QueryRequest["session"]>): NamedSession {
    const existing = this.#sessions.get(id);
    if (existing?.isBusy)
      throw new ClickHouseError(373, "SESSION_IS_LOCKED", `Session ${id} is locked by a concurrent client`);
    if (existing) return existing;
    if (mustExist) throw new ClickHouseError(372, "SESSION_NOT_FOUND", `Session ${id} not found`);
    if (this.#sessions.size >= this.#limit)
      throw new ClickHouseError(
        202,
        "TOO_MANY_SIMULTANEOUS_QUERIES",
        `Too many sessions. Maximum: ${this.#limit}. Reuse session_id or give a shorter session_timeout`,
      );
    const session: NamedSession = { connection: this.#engine.connect(), isBusy: false };
    this.#sessions.set(id, session);
    return session;
  }

  async #apply(connection: EngineConnection, request: QueryRequest, tag: string): Promise<string> {
    const settings = new Map([...request.settings, ["log_comment", tag]]);
    settings.delete("readonly"); // One could not go back from it; reads are told from writes by the statement.
    const names = [...settings.keys(), ...this.#profile.keys()].map(quoteString).join(", ");
    const reply = await connection.query(
      `SELECT name, value, changed FROM system.settings WHERE name IN (${names})`,
      "JSONCompact",
    );
    const before = savedSettings.parse(JSON.parse(Buffer.from(reply.bytes).toString()));
    const saved = before.data.map(([name, value, changed]) => ({ name, value, changed: changed === 1 }));
    // The first request of a session: the profile becomes the session's own.
    const isFresh = !saved.some(({ name, changed }) => name === "implicit_select" && changed);
    const restored = saved.map((setting) => {
      const profiled = isFresh ? this.#profile.get(setting.name) : undefined;
      return profiled === undefined ? setting : { ...setting, value: profiled, changed: true };
    });
    let use = "";
    let useBack = "";
    if (request.database !== undefined) {
      const current = await connection.query("SELECT currentDatabase()", "JSONCompact");
      const [row] = savedDatabase.parse(JSON.parse(Buffer.from(current.bytes).toString())).data;
      use = `USE ${quoteName(request.database)};\n`;
      useBack = `;\nUSE ${quoteName(row?.[0] ?? "default")}`;
    }
    const all = new Map([...(isFresh ? this.#profile : []), ...settings]);
    const restore = sessionRestore(restored) + useBack;
    await connection.query(
      [use + setParameters(request.parameters).join(""), `SET ${settingAssignments(all)}`].filter(Boolean).join(";\n"),
      "Null",
    );
    return restore;
  }

  #drop(id: string): void {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    clearTimeout(session?.expiry);
    session?.connection.close();
  }
}
