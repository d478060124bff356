# The same job in R: read the file, describe the items, alpha of each scale with item statistics.
# usage: Rscript psych.R FILE
suppressMessages(library(psych))
read <- if (requireNamespace("data.table", quietly = TRUE)) {
  function(path) as.data.frame(data.table::fread(path))
} else {
  read.csv
}
responses <- read(commandArgs(trailingOnly = TRUE)[1])
for (scale in c("eng", "sup", "eff")) {
  items <- responses[sprintf("%s%02d", scale, 1:10)]
  print(describe(items))
  print(alpha(items)$total$raw_alpha, digits = 10)
}
