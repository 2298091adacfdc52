# Recomputes cases.json: model.matrix with treatment contrasts and splines::ns. usage, in this folder: Rscript make.R > cases.json
# Data: lung (R package survival), with its missing values.
source("../clinical.R")
library(splines)
lung <- read("lung")
numeric_term <- function(name, x) list(kind = "numeric", name = name, values = I(as.numeric(x)))
categorical_term <- function(name, x, levels, reference) list(kind = "categorical", name = name, codes = I(match(x, levels) - 1), levels = I(as.character(levels)), reference = as.character(reference))
spline_term <- function(name, x, knots) list(kind = "natural-spline", name = name, values = I(as.numeric(x)), knots = knots)
matrix_case <- function(id, call, terms, frame, formula, intercept = TRUE) {
  complete <- frame[complete.cases(frame), , drop = FALSE]
  m <- unname(model.matrix(formula, complete))
  attributes(m) <- list(dim = dim(m))
  add(id, call, list(kind = "matrix", terms = terms, intercept = intercept),
    list(n = nrow(m), missing = nrow(frame) - nrow(m), values = I(as.vector(t(m)))))
}
some <- lung[1:60, ]
some$ecog <- factor(some$ph.ecog); some$sexf <- factor(some$sex); some$ecog1 <- relevel(some$ecog, ref = "1")
age <- numeric_term("age", some$age); loss <- numeric_term("loss", some$wt.loss)
ecog <- categorical_term("ecog", some$ph.ecog, 0:3, 0); ecog1 <- categorical_term("ecog", some$ph.ecog, 0:3, 1); sex <- categorical_term("sex", some$sex, 1:2, 1)
some$ecog <- droplevels(some$ecog)
matrix_case("numeric and categorical", "~ age + ecog", list(age, ecog), some[c("age", "ecog")], ~ age + ecog)
some$ecog1 <- relevel(droplevels(some$ecog1), ref = "1")
matrix_case("another reference level", "~ ecog (reference 1) + sex", list(ecog1, sex), some[c("ecog1", "sexf")], ~ ecog1 + sexf)
matrix_case("missing values in two terms", "~ loss + ecog", list(loss, ecog), some[c("wt.loss", "ecog")], ~ wt.loss + ecog)
matrix_case("interaction of category and number", "~ sex * age", list(sex, age, list(kind = "interaction", of = I(c("sex", "age")))), some[c("sexf", "age")], ~ sexf * age)
matrix_case("interaction of two categories", "~ ecog * sex", list(ecog, sex, list(kind = "interaction", of = I(c("ecog", "sex")))), some[c("ecog", "sexf")], ~ ecog * sexf)
matrix_case("interaction of three terms", "~ ecog + sex + age + ecog:sex:age", list(ecog, sex, age, list(kind = "interaction", of = I(c("ecog", "sex", "age")))), some[c("ecog", "sexf", "age")],
  ~ ecog + sexf + age + I((ecog == 1) * (sexf == 2) * age) + I((ecog == 2) * (sexf == 2) * age) + I((ecog == 3) * (sexf == 2) * age))
matrix_case("without intercept", "~ age - 1", list(age), some["age"], ~ age - 1, FALSE)
for (df in 1:5) matrix_case(sprintf("spline of %d degrees of freedom", df), sprintf("~ ns(age, df = %d)", df), list(spline_term("age", some$age, list(degreesOfFreedom = df))), some["age"], as.formula(sprintf("~ ns(age, df = %d)", df)))
matrix_case("spline with given knots, linear beyond the boundary", "~ ns(age, knots = c(55, 62, 70), Boundary.knots = c(48, 75))",
  list(spline_term("age", some$age, list(inner = I(c(55, 62, 70)), boundary = I(c(48, 75))))), some["age"], ~ ns(age, knots = c(55, 62, 70), Boundary.knots = c(48, 75)))
matrix_case("interaction of spline and category", "~ ns(age, 3) * sex", list(spline_term("age", some$age, list(degreesOfFreedom = 3)), sex, list(kind = "interaction", of = I(c("age", "sex")))),
  some[c("age", "sexf")], ~ ns(age, 3) * sexf)
for (x in c(-3, 0, 0.4, 1, 2.5, 4, 7)) {
  inner <- c(1, 2.5)
  add(sprintf("basis at %g", x), "ns(x, knots = c(1, 2.5), Boundary.knots = c(0, 4))", list(kind = "basis", inner = I(inner), boundary = I(c(0, 4)), x = x),
    list(basis = I(as.vector(ns(c(x, 0), knots = inner, Boundary.knots = c(0, 4))[1, ]))))
}
write_cases("design-matrix", 1e-11, "spline bases are differences of products; elements near 0 are measured against the largest", cases, "splines")
