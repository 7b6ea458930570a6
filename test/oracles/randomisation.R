# The randomisation list again, written from its description and not from the program's text: from the same sealed seed and
# specification it must give the same bytes. Base R (4.5 or newer, for tools::sha256sum on bytes) and nothing else.

# Bytes that follow from a seed: SHA-256(seed || counter), the counter in four bytes, big end first, from 0.
byte_stream <- function(seed_hex) {
  seed <- from_hex(seed_hex)
  counter <- 0
  ready <- integer(0)
  function(count) {
    while (length(ready) < count) {
      tail <- as.raw(c(counter %/% 2^24 %% 256, counter %/% 2^16 %% 256, counter %/% 2^8 %% 256, counter %% 256))
      ready <<- c(ready, as.integer(from_hex(unname(tools::sha256sum(bytes = c(seed, tail))))))
      counter <<- counter + 1
    }
    given <- ready[seq_len(count)]
    ready <<- ready[-seq_len(count)]
    given
  }
}

from_hex <- function(text) {
  starts <- seq(1, nchar(text), by = 2)
  as.raw(strtoi(substring(text, starts, starts + 1), 16L))
}

# A whole number from 0 to limit - 1: four bytes, big end first, thrown away in the last incomplete run.
draw_below <- function(limit, bytes) {
  repeat {
    number <- sum(bytes(4) * 2^c(24, 16, 8, 0))
    if (number < 2^32 - 2^32 %% limit) return(number %% limit)
  }
}

# Every order equally likely, exchanging from the last place down.
draw_order <- function(items, bytes) {
  for (last in rev(seq_along(items)[-1])) {
    other <- draw_below(last, bytes) + 1
    items[c(last, other)] <- items[c(other, last)]
  }
  items
}

# Arms in the order of their code points, each as often as the ratio says among so many.
portion <- function(ratio, size) {
  arms <- sort(names(ratio), method = "radix")
  rep(arms, times = ratio[arms] * size / sum(ratio))
}

draw_stratum <- function(spec, bytes) {
  arms <- character(0)
  sizes <- numeric(0)
  two <- sort(names(spec$ratio), method = "radix")
  ahead <- 0
  while (length(arms) < spec$slots) {
    if (spec$method == "permutedBlocks") {
      size <- spec$blocks[draw_below(length(spec$blocks), bytes) + 1]
      sizes <- c(sizes, size)
      arms <- c(arms, draw_order(portion(spec$ratio, size), bytes))
      next
    }
    if (spec$method == "simple") {
      urn <- portion(spec$ratio, sum(spec$ratio))
      arms <- c(arms, urn[draw_below(length(urn), bytes) + 1])
      next
    }
    behind <- if (ahead > 0) 2 else 1
    if (spec$method == "bigStick") {
      arm <- if (abs(ahead) >= spec$tolerance) behind else draw_below(2, bytes) + 1
    } else if (spec$method == "biasedCoin") {
      arm <- if (ahead == 0) draw_below(2, bytes) + 1
             else if (draw_below(spec$probability[2], bytes) < spec$probability[1]) behind else 3 - behind
    } else stop("no such method")
    ahead <- ahead + if (arm == 1) 1 else -1
    arms <- c(arms, two[arm])
  }
  list(arms = arms, blocks = sizes)
}

# Canonical JSON (RFC 8785) of what a list holds: texts of plain letters and whole numbers.
quoted <- function(texts) if (length(texts) == 0) character(0) else paste0('"', texts, '"')
array <- function(items) paste0("[", paste(items, collapse = ","), "]")
whole <- function(numbers) format(numbers, scientific = FALSE, trim = TRUE)
object <- function(members) {
  members <- members[!vapply(members, is.null, TRUE)]
  names <- sort(names(members), method = "radix")
  paste0("{", paste0('"', names, '":', unlist(members[names]), collapse = ","), "}")
}

# The whole list as the program seals it: salt first, then stratum after stratum from one stream of bytes.
draw_list <- function(seed, spec) {
  bytes <- byte_stream(seed)
  salt <- paste(format(as.hexmode(bytes(32)), width = 2), collapse = "")
  lists <- vapply(spec$strata, function(stratum) {
    drawn <- draw_stratum(spec, bytes)
    object(list(
      arms = array(quoted(drawn$arms)),
      blocks = if (length(drawn$blocks) == 0) "[]" else array(whole(drawn$blocks)),
      stratum = quoted(stratum)))
  }, "")
  object(list(lists = array(lists), salt = quoted(salt), specification = object(list(
    method = quoted(spec$method),
    ratio = object(as.list(setNames(whole(spec$ratio), names(spec$ratio)))),
    blocks = if (length(spec$blocks) == 0) "[]" else array(whole(spec$blocks)),
    strata = array(quoted(spec$strata)),
    slotsPerStratum = whole(spec$slots),
    tolerance = if (!is.null(spec$tolerance)) whole(spec$tolerance),
    probability = if (!is.null(spec$probability)) array(whole(spec$probability))))))
}

commitment <- function(list) unname(tools::sha256sum(bytes = charToRaw(list)))

# Minimisation from the sealed seed: `profiles` has a row for each participant and a column for each factor; `weights` by
# column. Range or variance of the counts per share; the probability as a fraction. `salt` bytes are drawn before the numbers.
# Returns the arms, one after the other.
minimise <- function(seed, ratio, profiles, weights, measure, probability, salt = 0) {
  bytes <- byte_stream(seed)
  bytes(salt)
  arms <- sort(names(ratio), method = "radix")
  shares <- ratio[arms]
  spread <- if (measure == "range") function(z) max(z) - min(z) else function(z) length(z) * sum(z^2) - sum(z)^2
  given <- character(0)
  numbers <- vapply(seq_len(nrow(profiles)), function(i) draw_below(2^32, bytes), 0)
  for (person in seq_len(nrow(profiles))) {
    scores <- vapply(seq_along(arms), function(arm) {
      sum(vapply(seq_len(ncol(profiles)), function(factor) {
        alike <- profiles[seq_along(given), factor] == profiles[person, factor]
        counts <- vapply(arms, function(each) sum(alike & given == each), 0)
        counts[arm] <- counts[arm] + 1
        # Times the product of the shares, so that every quotient is whole and ties are exact.
        weights[factor] * spread(counts * prod(shares) / shares)
      }, 0))
    }, 0)
    preferred <- scores == min(scores)
    low <- (1 - probability[1] / probability[2]) / (sum(shares) - min(shares))
    chances <- vapply(seq_along(arms), function(arm) {
      own <- ifelse(preferred, shares / sum(shares[preferred]), 0)
      sum(own * ifelse(seq_along(arms) == arm, 1 - (sum(shares) - shares) * low, shares[arm] * low))
    }, 0)
    # A hair above the sum, since these chances are not exact: no number of 32 bits lies so close.
    given <- c(given, arms[which(numbers[person] / 2^32 < cumsum(chances) + 1e-13)[1]])
  }
  paste(given, collapse = ",")
}

# A list file as docs/list-file.md asks for it, and the keyed hash (HMAC-SHA-256, RFC 2104; keys of at most 64 bytes).
sha256 <- function(bytes) from_hex(unname(tools::sha256sum(bytes = bytes)))
hmac <- function(key, text) {
  padded <- c(key, raw(64 - length(key)))
  inner <- sha256(c(xor(padded, as.raw(0x36)), charToRaw(text)))
  paste(sha256(c(xor(padded, as.raw(0x5c)), inner)), collapse = "")
}

write_list_file <- function(study, key_hex, strata, arms) {
  key <- from_hex(key_hex)
  slots <- ave(seq_along(strata), strata, FUN = seq_along)
  checks <- vapply(seq_along(arms), function(row) {
    hmac(key, array(c(quoted(study), quoted(strata[row]), slots[row], quoted(arms[row]))))
  }, "")
  rows <- paste(strata, slots, arms, checks, sep = ",")
  before <- paste0(c(paste("trialwright-list", 1, study, length(rows), sep = ","), "stratum,slot,arm,check", rows), "\n",
    collapse = "")
  whole_file <- paste(sha256(charToRaw(before)), collapse = "")
  paste0(before, "end,", length(rows), ",,", hmac(key, array(c("\"end\"", quoted(study), length(rows), quoted(whole_file)))), "\n")
}
