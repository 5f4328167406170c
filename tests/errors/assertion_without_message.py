assert [] or not 1
