"""The JSON that pmpath prints, as models. Only schemas are made from them and tests look at them; no command imports them."""
