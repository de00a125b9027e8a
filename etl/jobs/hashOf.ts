import { plainSpaces } from "./dayOf.ts";

/** SQL: the keyed hash (UInt128) of an identifier; 0 for none, or for spaces only. Takes the parameters k0 and k1. */
export const hashOf = (text: string): string =>
  `if(${plainSpaces(text)} = '', toUInt128(0), reinterpretAsUInt128(sipHash128Keyed(({k0:UInt64}, {k1:UInt64}), ${plainSpaces(text)})))`;
