# The need table of every ICB × council from the published file, as pandas does it. Usage: need.py FILE > CSV
import sys, pandas as pd
names = {"ICS22": "icb", "LA21": "code", "pop 2022/23": "population", "G&A WP": "general_acute", "CS WP": "community",
         "MH WP": "mental_health", "Mat WP": "maternity", "Prescr WP": "prescribing", "Health Ineq WP": "health_inequalities",
         "Final WP": "core", "Primary Medical Care WP": "primary_medical_need", "Final PMC WP": "primary_medical"}
rows = pd.read_csv(sys.argv[1]).rename(columns=names)
rows.loc[rows.code == "E07000219", "code"] = "E10000031"  # a district's code in one cell of the upper-tier codes
sums = rows.groupby(["icb", "code"])[list(names.values())[2:]].sum()
whole = sums.groupby("icb").sum()
index = sums.div(sums.population, axis=0).div(whole.div(whole.population, axis=0), level="icb")
sums.join(index.drop(columns="population").add_suffix("_index")).to_csv(sys.stdout)
