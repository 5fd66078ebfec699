"""Scripts that fit the coefficients in ``tui/data`` anew from annotated stories; the app never loads them."""
