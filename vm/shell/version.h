/* Version of Vivarium, and of the language it speaks. */
#ifndef VIV_SHELL_VERSION_H
#define VIV_SHELL_VERSION_H

#define VIV_VERSION "0.1"
#define VIV_PYTHON_VERSION "3.13.0"

#endif
