print("abacus")
