import type { Reporter, TestModule } from "vitest/node";
import { isSharedHere } from "./sharedData.ts";

/** Names, at the end of a run, every test that did not run: what was not proved must not pass for proved. */
export default class SkippedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map((test) => `  ${module.relativeModuleId} > ${test.fullName}`),
    );
    if (skipped.length === 0) return;
    const reason = isSharedHere ? "" : " (../shared is absent: tests that read its files are among them)";
    process.stdout.write(`\n${skipped.length} tests did not run${reason}:\n${skipped.join("\n")}\n`);
  }
}
