from sys import maxsizes
