import { describe, expect, it } from "vitest";
import { renderStatement } from "./renderStatement.ts";
import { UserError } from "./UserError.ts";

const server = { cluster: undefined, user: "o'neil", password: "p\\w'", isEmbedded: false };

describe("renderStatement", () => {
  const ddl = "CREATE TABLE t {on_cluster} (a Int8) ENGINE = {replicated}MergeTree";

  it("leaves nothing of the placeholders on a single server", () => {
    expect(renderStatement(ddl, server)).toBe("CREATE TABLE t  (a Int8) ENGINE = MergeTree");
  });

  it("names the cluster and replicates on one", () => {
    expect(renderStatement(ddl, { ...server, cluster: "moh-1" })).toBe(
      "CREATE TABLE t ON CLUSTER `moh-1` (a Int8) ENGINE = ReplicatedMergeTree",
    );
  });

  it("gives a dictionary the credentials of a server, quoted, and none in the embedded engine", () => {
    expect(renderStatement("{dictionary_credentials}", server)).toBe("USER 'o\\'neil' PASSWORD 'p\\\\w\\''");
    expect(renderStatement("{dictionary_credentials}", { ...server, isEmbedded: true })).toBe("");
  });

  it("leaves parameters alone and refuses an unknown placeholder", () => {
    expect(renderStatement("SELECT {a:String}", server)).toBe("SELECT {a:String}");
    expect(() => renderStatement("SELECT {on_clutser}", server)).toThrow(UserError);
  });
});
