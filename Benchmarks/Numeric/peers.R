# The same work by lavaan and psych: Rscript peers.R ANSWERS NAME REPEATS. Prints CPU milliseconds.
suppressMessages({library(lavaan); library(psych)})
args <- commandArgs(TRUE)
x <- read.table(args[1]); names(x) <- paste0("i", 0:24)
few <- x[1:500, 1:10]
options(mc.cores = 1)
line <- function(items, name) paste(name, "=~", paste0("i", items, collapse = " + "))
three <- paste(line(0:2, "a"), line(5:7, "b"), line(10:12, "c"), sep = "\n")
one <- line(0:9, "g")
work <- switch(args[2],
  polychoric = list("lavaan lavCor", function() sprintf("first pair %.17g", lavCor(x, ordered = names(x))[1, 2])),
  parallel = list("psych fa.parallel, 100 draws", function() {
    sink("/dev/null"); on.exit(sink())
    p <- fa.parallel(x, n.iter = 100, fa = "pc", plot = FALSE); sprintf("%d components", p$ncomp) }),
  omega = list("lavaan cfa, one factor", function() {
    f <- cfa(one, few, std.lv = TRUE); e <- lavInspect(f, "est")
    sprintf("%.17g", sum(e$lambda)^2 / (sum(e$lambda)^2 + sum(diag(e$theta)))) }),
  cfa = list("lavaan cfa, three factors", function()
    sprintf("chi squared %.17g", fitMeasures(cfa(three, x), "chisq"))))
times <- c()
for (n in seq_len(as.integer(args[3]))) {
  t <- system.time(result <- suppressWarnings(suppressMessages(work[[2]]())))
  times <- c(times, (t[["user.self"]] + t[["sys.self"]]) * 1000)
}
cat(sprintf("%s\t%g\t%g\t%s\n", work[[1]], median(times), min(times), result))
