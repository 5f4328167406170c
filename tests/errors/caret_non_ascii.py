def größe(ñ):
    return "äöü" + ñ

print("日本語", größe(5))
