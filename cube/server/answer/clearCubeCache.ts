import type { CubejsServerCore } from "@cubejs-backend/server-core";
import { productContext } from "./securityContext.ts";

/**
 * Cube keeps every result for a day in an object without limit. The answers are kept already, with one
 * (http/cachedLoad.ts); so Cube's copy goes as soon as the answer is made.
 */
export const clearCubeCache = async (cube: CubejsServerCore): Promise<void> => {
  const orchestrator = await cube.getOrchestratorApi({ securityContext: productContext, requestId: "clear-cache" });
  const driver = orchestrator.getQueryOrchestrator().getQueryCache().getCacheDriver();
  const keys = await driver.keysStartingWith("");
  await Promise.all(keys.filter((key) => key.includes("SQL_QUERY_RESULT")).map((key) => driver.remove(key)));
};
