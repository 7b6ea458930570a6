# The statistics of a simulated trial: base R and its package stats, nothing else. The same file runs in the process (R as WebAssembly)
# and under an installed R. Every function answers in text, one row a line, numbers with 10 digits, so that nothing is lost between.

rows <- function(...) {
  columns <- lapply(list(...), function(column) if (is.numeric(column)) formatC(column, digits = 10, format = "g", width = 1) else column)
  paste(do.call(paste, c(unname(columns), sep = "\t")), collapse = "\n")
}

# The endpoint on its baseline and the arm; the estimate is arm 1 against arm 0, with 95 % limits, two-sided p.
fit_ancova <- function(arm, baseline, endpoint) {
  known <- is.finite(baseline) & is.finite(endpoint)
  fit <- lm(endpoint ~ baseline + arm, data.frame(arm = arm, baseline = baseline, endpoint = endpoint)[known, ])
  row <- coef(summary(fit))["arm", ]
  limits <- confint(fit)["arm", ]
  c(estimate = row[[1]], se = row[[2]], lower = limits[[1]], upper = limits[[2]], p = row[[4]], df = fit$df.residual, n = sum(known))
}

ancova <- function(arm, baseline, endpoint) {
  fit <- fit_ancova(arm, baseline, endpoint)
  rows(names(fit), unname(fit))
}

# The same with the site as a factor, which the list was stratified by.
ancova_by_site <- function(arm, baseline, endpoint, site) {
  known <- is.finite(baseline) & is.finite(endpoint)
  data <- data.frame(arm = arm, baseline = baseline, endpoint = endpoint, site = factor(site))[known, ]
  if (nlevels(droplevels(data$site)) < 2) return(ancova(arm, baseline, endpoint))
  fit <- lm(endpoint ~ baseline + arm + site, data)
  row <- coef(summary(fit))["arm", ]
  limits <- confint(fit)["arm", ]
  rows(c("estimate", "se", "lower", "upper", "p", "df", "n"), c(row[[1]], row[[2]], limits, row[[4]], fit$df.residual, sum(known)))
}

# All visits at once with a covariance of their own for every pair of visits: the multivariate linear model of those with every
# visit, which is as far as base R goes towards the mixed model for repeated measures. A row a visit: difference, limits, p.
all_visits <- function(arm, baseline, visits, names) {
  table <- matrix(visits, ncol = length(names))
  complete <- is.finite(baseline) & apply(is.finite(table), 1, all)
  n <- sum(complete)
  if (n < 4 || length(unique(arm[complete])) < 2) {
    none <- rep(NA_real_, length(names) + 1)
    return(rows(c(names, "joint"), none, none, none, none, rep(n, length(names) + 1)))
  }
  Y <- table[complete, , drop = FALSE]
  data <- data.frame(arm = arm[complete], baseline = baseline[complete])
  fit <- lm(Y ~ baseline + arm, data)
  parts <- if (length(names) == 1) list(summary(fit)) else summary(fit)
  half <- qt(0.975, fit$df.residual)
  found <- t(sapply(parts, function(part) coef(part)["arm", ]))
  joint <- if (length(names) == 1) found[1, 4] else if (fit$df.residual < length(names)) NA else anova(fit)["arm", "Pr(>F)"]
  rows(c(names, "joint"), c(found[, 1], NA), c(found[, 1] - half * found[, 2], NA), c(found[, 1] + half * found[, 2], NA), c(found[, 4], joint), c(rep(sum(complete), length(names)), sum(complete)))
}

summaries <- function(arm, value) {
  known <- is.finite(value)
  by <- function(of) as.numeric(tapply(value[known], factor(arm[known], levels = 0:1), of))
  rows(c("n", "mean", "sd"), c(by(length)[1], by(mean)[1], by(sd)[1]), c(by(length)[2], by(mean)[2], by(sd)[2]))
}

# Many trials in one call: a row a trial with its estimate and p; NA where a trial cannot be fitted.
ancova_many <- function(trial, arm, baseline, endpoint) {
  split_by <- split(seq_along(trial), trial)
  found <- vapply(split_by, function(at) {
    X <- cbind(1, baseline[at], arm[at])
    fit <- .lm.fit(X, endpoint[at])
    df <- length(at) - 3
    if (fit$rank < 3 || df < 1) return(c(NA, NA))
    R <- fit$qr[1:3, , drop = FALSE]
    R[lower.tri(R)] <- 0
    se <- sqrt(sum(fit$residuals^2) / df * chol2inv(R)[3, 3])
    c(fit$coefficients[3], 2 * pt(-abs(fit$coefficients[3] / se), df))
  }, numeric(2))
  rows(names(split_by), found[1, ], found[2, ])
}

# Power of the two-sample t test, n in each arm, two-sided.
t_power <- function(n, delta, sd, level = 0.05) {
  rows("power", power.t.test(n = n, delta = delta, sd = sd, sig.level = level)$power)
}

# A share with its exact (Clopper-Pearson) 95 % limits.
share <- function(hits, of) {
  limits <- binom.test(hits, of)$conf.int
  rows("share", hits / of, limits[1], limits[2])
}

# How values spread: mean, standard deviation, and the 5th, 50th and 95th of a hundred.
describe <- function(value) {
  rows(c("mean", "sd", "low", "middle", "high"), unname(c(mean(value), sd(value), quantile(value, c(0.05, 0.5, 0.95)))))
}
