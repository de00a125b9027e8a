/** A row of mart.dim_vaccines. */
export interface VaccineRow {
  vaccine_code: string;
  name: string;
  manufacturer: string;
  /** Lower case; compared with the file's text in lower case and with single spaces. */
  aliases: string[];
}

/** The COVID-19 vaccines licensed in Viet Nam, with the spellings that files of vaccination sites use. */
export const vaccines: readonly VaccineRow[] = [
  {
    vaccine_code: "astrazeneca",
    name: "COVID-19 Vaccine AstraZeneca",
    manufacturer: "AstraZeneca",
    aliases: ["astrazeneca", "astra zeneca", "covid-19 vaccine astrazeneca", "vaxzevria", "azd1222", "az"],
  },
  {
    vaccine_code: "pfizer",
    name: "Comirnaty",
    manufacturer: "Pfizer – BioNTech",
    aliases: ["pfizer", "comirnaty", "pfizer-biontech", "pfizer biontech", "pfizer/biontech", "bnt162b2"],
  },
  {
    vaccine_code: "moderna",
    name: "Spikevax",
    manufacturer: "Moderna",
    aliases: ["moderna", "spikevax", "covid-19 vaccine moderna", "mrna-1273"],
  },
  {
    vaccine_code: "vero_cell",
    name: "Vero Cell",
    manufacturer: "Sinopharm (Beijing Institute of Biological Products)",
    aliases: ["vero_cell", "vero cell", "vero-cell", "verocell", "vero cell inactivated", "sinopharm", "bbibp-corv"],
  },
  {
    vaccine_code: "hayat_vax",
    name: "Hayat-Vax",
    manufacturer: "Sinopharm, filled by Julphar",
    aliases: ["hayat_vax", "hayat-vax", "hayat vax", "hayatvax"],
  },
  {
    vaccine_code: "sputnik_v",
    name: "Sputnik V",
    manufacturer: "Gamaleya",
    aliases: ["sputnik_v", "sputnik v", "sputnik-v", "sputnik", "gam-covid-vac"],
  },
  {
    vaccine_code: "abdala",
    name: "Abdala",
    manufacturer: "CIGB",
    aliases: ["abdala", "abdala aica", "cigb-66"],
  },
  {
    vaccine_code: "janssen",
    name: "COVID-19 Vaccine Janssen",
    manufacturer: "Janssen (Johnson & Johnson)",
    aliases: ["janssen", "covid-19 vaccine janssen", "johnson & johnson", "johnson and johnson", "j&j"],
  },
  {
    vaccine_code: "covaxin",
    name: "Covaxin",
    manufacturer: "Bharat Biotech",
    aliases: ["covaxin", "bbv152"],
  },
];
