/** First day of COVID-19 vaccination in Viet Nam (Ministry of Health, 08/03/2021). No dose, entry or check is older. */
export const campaignStart = "2021-03-08";
