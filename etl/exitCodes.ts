/** What the command's exit code tells a script. */
export const exitCodes = {
  /** Published, unchanged, or a dry run without fault. */
  done: 0,
  /** Nothing was loaded, for a reason that is not the file's: the warehouse, the disk, a fault of the program. */
  failed: 1,
  /** The command itself cannot be understood. */
  usage: 2,
  /** The file cannot be read as the job's source. */
  refused: 3,
  /** Ended by a signal. */
  interrupted: 130,
} as const;
