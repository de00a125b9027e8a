import { questionLimits } from "../question/questionLimits.ts";

/**
 * Cube reads much of its configuration from the environment only. What this product relies on is set here, before Cube is
 * loaded; the operator's own variables are those of config.ts.
 */
export const setCubeEnvironment = (env: NodeJS.ProcessEnv = process.env): void => {
  Object.assign(env, {
    // Development mode offers a playground, looser sign-in and stack traces in answers.
    NODE_ENV: "production",
    CUBEJS_DEV_MODE: "false",
    CUBEJS_DB_TYPE: "clickhouse",
    // The newer planner lives in the native binary, see nativeStandIn.ts.
    CUBEJS_TESSERACT_SQL_PLANNER: "false",
    CUBEJS_TELEMETRY: "false",
    CUBEJS_CACHE_AND_QUEUE_DRIVER: "memory",
    // Pre-aggregation is ClickHouse's; there is no Cube Store to warn about.
    CUBEJS_EXTERNAL_DEFAULT: "false",
    CUBEJS_REFRESH_WORKER: "false",
    // Interval refresh keys from the clock of this process instead of a query each.
    CUBEJS_REFRESH_KEY_LOCAL_TIME: "true",
    // Relative ranges ("yesterday") mean the day in Viet Nam.
    CUBEJS_DEFAULT_TIMEZONE: "Asia/Ho_Chi_Minh",
    // A question without a limit is asked for one row more than an answer may have: nativeStandIn.ts sees then that it has too many.
    CUBEJS_DB_QUERY_DEFAULT_LIMIT: String(questionLimits.rows + 1),
    CUBEJS_DB_QUERY_LIMIT: String(questionLimits.rows + 1),
    // Four model files: a thread more costs more than it saves.
    CUBEJS_TRANSPILATION_WORKER_THREADS_COUNT: "1",
    CUBEJS_MAX_REQUEST_SIZE: "256kb",
  });
};
