"""What every module is made of, at a part of the usual price of start: frozen records, expressions compiled late."""
