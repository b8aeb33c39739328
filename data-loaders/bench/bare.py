"""The bare indicators with pandas, as an analyst would write them: `bare.py UTSKRIVNINGAR UTSKRIVNINGSKLAR KOMMUNER UT`.

CSV files of the demo generator, a list of kommuner (kod;namn), a folder for the three tables. Prints one line of JSON (type
Bare). Nothing is validated but what would make the figures wrong in the demo extracts.
"""

import json
import platform
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

DAYS = 30
stays_file, notices_file, kommuner_file, out = sys.argv[1:]
began, cpu_began = time.perf_counter(), time.process_time()


def read(file, columns):
    """The columns as text; those with few values as categories."""
    types = {name: "category" if name in FEW_VALUES else str for name in columns}
    return pd.read_csv(file, sep=";", usecols=columns, dtype=types)


FEW_VALUES = {"kommun", "utskriven_till", "oplanerad", "process"}


def moment(text):
    return pd.to_datetime(text, format="%Y-%m-%d %H:%M", errors="coerce")


def day(moments):
    """Days since 1970; what is missing is 99999."""
    days = moments.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), 99999, days.astype("int64"))


def once(rows, key):
    """Of identical rows one, of rows that contradict each other none."""
    several = rows.vardtillfalle_id.duplicated(keep=False)
    some = rows[several].drop_duplicates()
    return pd.concat([rows[~several], some[~some.duplicated(key, keep=False)]], ignore_index=True)


kommuner = pd.read_csv(kommuner_file, sep=";", dtype=str)
known = {*kommuner.kod, *kommuner.namn}

stays = read(
    stays_file,
    ["vardtillfalle_id", "patient_id", "kommun", "inskrivning", "utskrivning", "utskriven_till", "oplanerad"],
)
stays["admitted"], stays["discharged"] = moment(stays.inskrivning), moment(stays.utskrivning)
stays = stays[
    stays.admitted.notna()
    & (stays.discharged.isna() == stays.utskrivning.isna())
    & ~(stays.discharged < stays.admitted)
    & stays.kommun.isin(known)
].drop(columns=["inskrivning", "utskrivning"])
stays = once(stays, "vardtillfalle_id")
stays["in_day"], stays["out_day"] = day(stays.admitted), day(stays.discharged)
stays["left"] = stays.discharged.notna()

notices = read(notices_file, ["vardtillfalle_id", "utskrivningsklar", "atertagen", "process"])
notices["ready"], notices["withdrawn"] = moment(notices.utskrivningsklar), moment(notices.atertagen)
notices = notices.drop(columns=["utskrivningsklar", "atertagen"])
notices = once(notices[notices.ready.notna()], ["vardtillfalle_id", "ready"])
latest = notices[notices.withdrawn.notna()].groupby("vardtillfalle_id").withdrawn.max()
notices["ended"] = notices.vardtillfalle_id.map(latest)
notices["ready_day"] = day(notices.ready)

# Waiting days: from the first notice that stands to the discharge, per kommun and month.
stays["stay"] = np.arange(len(stays))
possible = notices[["vardtillfalle_id", "ready", "ready_day", "ended"]].merge(
    stays[["vardtillfalle_id", "stay", "in_day", "out_day"]], on="vardtillfalle_id"
)
possible = possible[(possible.ready_day >= possible.in_day) & (possible.ready_day <= possible.out_day)]
standing = possible[~(possible.ready < possible.ended)]
ready_day = standing.groupby("stay").ready_day.min()
cases = stays.loc[ready_day.index, ["kommun", "discharged", "out_day", "left"]].assign(ready_day=ready_day)
cases = cases[cases.left]
cases["waited"] = cases.out_day - cases.ready_day
cases["same_day"] = cases.waited == 0
months = (
    cases.assign(year=cases.discharged.dt.year, month=cases.discharged.dt.month)
    .groupby(["kommun", "year", "month"], observed=True)
    .agg(n=("waited", "size"), n0=("same_day", "sum"), days=("waited", "sum"), mean=("waited", "mean"))
)

# Discharges by weekday (Monday = 1) per kommun.
ended = stays.loc[stays.left, ["kommun", "discharged"]]
weekdays = (
    ended.assign(weekday=ended.discharged.dt.dayofweek + 1)
    .groupby(["kommun", "weekday"], observed=True)
    .size()
)

# Episodes: stays of one patient that touch or overlap, linked on the running maximum of discharge. All patients at once: the
# days of each are moved past those of the one before.
last_day = max(stays.in_day.max(), stays.out_day[stays.left].max(), possible.ready_day.max())
stays["patient"] = pd.factorize(stays.patient_id)[0]
stays["end"] = stays.discharged.fillna(pd.Timestamp.max)
stays = stays.sort_values(["patient", "admitted", "end"], ascending=[True, True, False], ignore_index=True)
shift = stays.patient.to_numpy() * 1_000_000
reach = np.maximum.accumulate(shift + stays.out_day.to_numpy())
begins = np.r_[True, (shift + stays.in_day.to_numpy())[1:] > reach[:-1]]
stays["episode"] = np.cumsum(begins) - 1
first = stays.loc[begins, ["patient", "in_day", "oplanerad"]]
died = stays.episode[stays.utskriven_till == "Avliden"].unique()
last = stays.sort_values(["episode", "end", "admitted"]).drop_duplicates("episode", keep="last")
episodes = pd.DataFrame(
    {
        "patient": first.patient.to_numpy(),
        "start": first.in_day.to_numpy(),
        "unplanned": (first.oplanerad == "1").to_numpy(),
        "kommun": last.kommun.array,
        "end": last.out_day.to_numpy(),
        "left": last.left.to_numpy(),
    }
)
episodes["died"] = False
episodes.loc[died, "died"] = True

# The patient's next unplanned episode, and those followed up for 30 days.
unplanned = episodes[["patient", "start"]].where(episodes.unplanned).bfill().shift(-1)
episodes["back"] = (unplanned.patient == episodes.patient) & (unplanned.start - episodes.end <= DAYS)
index = episodes[episodes.left & ~episodes.died & (episodes.end + DAYS <= last_day)]
returns = index.groupby("kommun", observed=True).agg(episodes=("back", "size"), back=("back", "sum"))

months.to_csv(Path(out, "months.csv"))
weekdays.to_csv(Path(out, "weekdays.csv"))
returns.to_csv(Path(out, "returns.csv"))

peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if platform.system() == "Linux" else 1024)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - began,
            "cpuSeconds": time.process_time() - cpu_began,
            "peakMegabytes": round(peak / 1024),
            "version": f"pandas {pd.__version__}, Python {platform.python_version()}",
            "checks": {
                "fall": int(months.n.sum()),
                "nolldagar": int(months.n0.sum()),
                "vantedagar": int(months.days.sum()),
                "utskrivningar": int(weekdays.sum()),
                "fredagar": int(weekdays.xs(5, level="weekday").sum()),
                "episoder": int(returns.episodes.sum()),
                "aterinskrivna": int(returns.back.sum()),
            },
        }
    )
)
