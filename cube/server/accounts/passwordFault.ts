import { dictionary } from "@zxcvbn-ts/language-common";
import { passwordLength } from "./account.ts";

const common = new Set(dictionary["passwords-common"]);
/** One to six characters over and over: "123456123456". */
const repeated = /^(.{1,6})\1+$/su;

/** What is wrong with a new password; undefined: nothing. There are no rules of composition: length is what counts. */
export const passwordFault = (password: string): string | undefined => {
  const { least, most } = passwordLength;
  if (password.length < least)
    return `Mật khẩu cần ít nhất ${least} ký tự. (A password needs at least ${least} characters.)`;
  if (password.length > most) return `Mật khẩu dài quá ${most} ký tự. (A password has at most ${most} characters.)`;
  const plain = password.toLowerCase();
  if (!common.has(plain) && !repeated.test(plain)) return undefined;
  return "Mật khẩu này quá phổ biến, dễ bị đoán. (This password is too common.)";
};
