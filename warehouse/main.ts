import { createProgram, terminalEffects } from "./createProgram.ts";
import { describeError } from "./describeError.ts";

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => interruption.abort(new Error(`stopped by ${name}`)));
}

const program = createProgram(terminalEffects(interruption.signal));
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(describeError(error, { withStack: program.opts().verbose === true }));
  process.exitCode = 1;
}
