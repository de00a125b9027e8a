/** Today in Viet Nam, YYYY-MM-DD. */
export const todayInVietNam = (now: Date): string => now.toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
