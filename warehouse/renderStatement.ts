import type { WarehouseConfig } from "./config.ts";
import { UserError } from "./UserError.ts";

/** What a migration's placeholders depend on. */
export type RenderTarget = Pick<WarehouseConfig, "cluster" | "user" | "password"> & {
  /** The embedded engine has no users: its dictionaries read without credentials. */
  isEmbedded: boolean;
};

const quote = (text: string): string => `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;

/**
 * The SQL of a migration for one server or a cluster:
 * `{on_cluster}` ON CLUSTER …, `{replicated}` the engine's prefix, `{dictionary_credentials}` USER … PASSWORD … of a
 * dictionary that reads a table of the same server.
 */
export const renderStatement = (template: string, target: RenderTarget): string => {
  const values: Record<string, string> = {
    on_cluster: target.cluster === undefined ? "" : `ON CLUSTER \`${target.cluster}\``,
    replicated: target.cluster === undefined ? "" : "Replicated",
    dictionary_credentials: target.isEmbedded ? "" : `USER ${quote(target.user)} PASSWORD ${quote(target.password)}`,
  };
  return template.replace(/\{([a-z_]+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new UserError(`Unknown placeholder ${placeholder} in a migration`, {
        fix: `use one of ${Object.keys(values)
          .map((known) => `{${known}}`)
          .join(", ")}`,
      });
    }
    return value;
  });
};
