/** Days that the pace of cleansing and of targets is measured over: the model's `$pace_days`. */
export const paceDays = 28;
