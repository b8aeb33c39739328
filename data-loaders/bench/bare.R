# The bare indicators with data.table, as an analyst would write them: `Rscript bare.R UTSKRIVNINGAR UTSKRIVNINGSKLAR KOMMUNER
# UT`. CSV files of the demo generator, a list of kommuner (kod;namn), a folder for the three tables. Prints one line of JSON (type Bare).
# Nothing is validated but what would make the figures wrong in the demo extracts.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
path <- commandArgs(trailingOnly = TRUE)
began <- proc.time()

DAYS <- 30L
# Many rows share a minute: each is read once.
time <- function(text) {
  once <- unique(text)
  as.POSIXct(once, format = "%Y-%m-%d %H:%M", tz = "UTC")[chmatch(text, once)]
}
read <- function(file, columns)
  fread(file, sep = ";", select = columns, colClasses = "character", na.strings = "")
# Of identical rows one, of rows that contradict each other none.
once <- function(rows, key) {
  id <- rows$vardtillfalle_id
  several <- id %chin% id[duplicated(id)]
  some <- unique(rows[several])
  rbind(rows[!several], some[!(duplicated(some, by = key) | duplicated(some, by = key, fromLast = TRUE))])
}

kommuner <- unlist(fread(path[3], sep = ";", colClasses = "character"))

stays <- read(path[1], c(
  "vardtillfalle_id", "patient_id", "kommun", "inskrivning", "utskrivning", "utskriven_till", "oplanerad"
))
stays[, `:=`(admitted = time(inskrivning), discharged = time(utskrivning))]
stays <- stays[
  !is.na(admitted) & is.na(discharged) == is.na(utskrivning) &
    (is.na(discharged) | discharged >= admitted) & kommun %chin% kommuner
]
stays[, c("inskrivning", "utskrivning") := NULL]
stays <- once(stays, "vardtillfalle_id")
stays[, `:=`(in_day = as.IDate(admitted), out_day = as.IDate(discharged))]

notices <- read(path[2], c("vardtillfalle_id", "utskrivningsklar", "atertagen", "process"))
notices[, `:=`(ready = time(utskrivningsklar), withdrawn = time(atertagen))]
notices <- once(notices[!is.na(ready)], c("vardtillfalle_id", "ready"))
notices[, `:=`(stay = chmatch(vardtillfalle_id, stays$vardtillfalle_id), ready_day = as.IDate(ready))]
notices <- notices[!is.na(stay)]
latest <- notices[!is.na(withdrawn), .(ended = max(withdrawn)), by = stay]
notices[latest, on = "stay", ended := i.ended]

# Waiting days: from the first notice that stands to the discharge, per kommun and month.
notices[, `:=`(in_day = stays$in_day[stay], out_day = stays$out_day[stay])]
possible <- notices[ready_day >= in_day & (is.na(out_day) | ready_day <= out_day)]
cases <- possible[is.na(ended) | ready >= ended, .(ready_day = min(ready_day)), by = stay]
cases <- cases[, `:=`(kommun = stays$kommun[stay], out_day = stays$out_day[stay])][!is.na(out_day)]
cases[, waited := as.integer(out_day) - as.integer(ready_day)]
months <- cases[
  , .(n = .N, n0 = sum(waited == 0L), days = sum(waited), mean = mean(waited)),
  by = .(kommun, year = year(out_day), month = month(out_day))
]

# Discharges by weekday per kommun.
weekdays <- stays[!is.na(out_day), .N, by = .(kommun, weekday = wday(out_day))]

# Episodes: stays of one patient that touch or overlap, linked on the running maximum of discharge. All patients at once: the
# days of each are moved past those of the one before.
last_day <- max(stays$in_day, stays$out_day, possible$ready_day, na.rm = TRUE)
stays[, end := fifelse(is.na(discharged), Inf, as.numeric(discharged))]
stays[, patient := chmatch(patient_id, unique(patient_id))]
setorder(stays, patient, admitted, -end)
stays[, from := patient * 1e6]
reach <- cummax(stays$from + fcoalesce(as.integer(stays$out_day), 99999L))
begins <- stays$from + as.integer(stays$in_day) > shift(reach, fill = -1)
stays[, episode := cumsum(begins)]
episodes <- stays[begins, .(patient, start = as.integer(in_day), unplanned = oplanerad %chin% "1")]
died <- stays[utskriven_till %chin% "Avliden", episode]
setorder(stays, episode, end, admitted)
last <- stays[!duplicated(episode, fromLast = TRUE), .(kommun, end = as.integer(out_day))]
episodes[, `:=`(kommun = last$kommun, end = last$end, died = FALSE)]
episodes[died, died := TRUE]

# The patient's next unplanned episode, and those followed up for 30 days.
later <- shift(nafill(fifelse(episodes$unplanned, seq_len(nrow(episodes)), NA_integer_), "nocb"), -1L)
episodes[, back := patient[later] == patient & start[later] - end <= DAYS]
returns <- episodes[
  !died & !is.na(end) & end + DAYS <= as.integer(last_day),
  .(episodes = .N, back = sum(back, na.rm = TRUE)), by = kommun
]

fwrite(months, file.path(path[4], "months.csv"))
fwrite(weekdays, file.path(path[4], "weekdays.csv"))
fwrite(returns, file.path(path[4], "returns.csv"))

spent <- proc.time() - began
status <- "/proc/self/status"
peak <- if (file.exists(status)) grep("^VmHWM", readLines(status), value = TRUE) else character()
cat(sprintf(
  '{"seconds":%.3f,"cpuSeconds":%.3f,"peakMegabytes":%s,"version":"data.table %s, R %s","checks":{%s}}\n',
  spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]],
  if (length(peak) == 1) as.character(round(as.numeric(gsub("\\D", "", peak)) / 1024)) else "null",
  packageVersion("data.table"), getRversion(),
  paste0(
    '"', c("fall", "nolldagar", "vantedagar", "utskrivningar", "fredagar", "episoder", "aterinskrivna"), '":',
    c(
      sum(months$n), sum(months$n0), sum(months$days), sum(weekdays$N),
      sum(weekdays[weekday == 6L, N]), sum(returns$episodes), sum(returns$back)
    ),
    collapse = ","
  )
))
