class ConfigError(Exception):
    pass

def read():
    try:
        return {}["port"]
    except KeyError as error:
        raise ConfigError("no port given") from error

read()
