"""How reports speak: fixed phrases, numbers, lists and names in English, Chinese and French."""
