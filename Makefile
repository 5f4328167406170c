# Vivarium's build.  `make help` lists the targets.

CC ?= gcc
MODE ?= release
PREFIX ?= /usr/local
BUILD := build
OUT := $(BUILD)/$(MODE)
GENERATED := $(BUILD)/generated
RE2C ?= re2c
BISON ?= bison

PACKAGES := gmp libpcre2-8
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wno-unused-function
ifdef CI
WARNINGS += -Werror
endif

FLAGS_release := -O3 -DNDEBUG -flto=auto -fno-semantic-interposition -fno-plt
FLAGS_fast := -O2 -g
FLAGS_debug := -O1 -g -DVIV_DEBUG
FLAGS_asan := -O1 -g -DVIV_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_coverage := -O0 -g --coverage

CPPFLAGS += -D_GNU_SOURCE -I. -I$(GENERATED) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
CFLAGS += -std=gnu17 $(WARNINGS) $(FLAGS_$(MODE)) -fno-strict-aliasing
LDFLAGS += $(FLAGS_$(MODE))
LDLIBS += $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lunistring -lm

LAYERS := gc lexer parser runtime runtime/modules vm/bytecode vm/compiler vm/machine vm/stepper vm/shell
SOURCES := $(sort $(foreach layer,$(LAYERS),$(wildcard $(layer)/*.c)))
LEXERS := $(wildcard lexer/*.re)
GRAMMARS := $(wildcard parser/*.y)
GENERATED_SOURCES := $(LEXERS:lexer/%.re=$(GENERATED)/%.c) $(GRAMMARS:parser/%.y=$(GENERATED)/%.c)
OBJECTS := $(SOURCES:%.c=$(OUT)/%.o) $(GENERATED_SOURCES:$(GENERATED)/%.c=$(OUT)/generated/%.o)
LIBRARY_OBJECTS := $(filter-out $(OUT)/vm/shell/main.o,$(OBJECTS))

.PHONY: all help objects debug clean
all: $(BUILD)/viv ## build build/viv, optimised (the default)

$(BUILD)/viv: $(BUILD)/release/viv
	@ln -sf release/viv $@

debug: ## build build/debug/viv: -O1, assertions, heap oracles
	@$(MAKE) --no-print-directory MODE=debug build/debug/viv

objects: $(OBJECTS) ## compile every source of MODE= without linking

$(OUT)/viv: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

$(OUT)/%.o: %.c | $(GENERATED_SOURCES)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/generated/%.o: $(GENERATED)/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-missing-prototypes -MMD -MP -c -o $@ $<

$(GENERATED)/%.c: lexer/%.re
	@mkdir -p $(@D)
	$(RE2C) -i -W --no-debug-info -o $@ $<

$(GENERATED)/%.c: parser/%.y
	@mkdir -p $(@D)
	$(BISON) -Wall -Wno-yacc --defines=$(@:.c=.h) -o $@ $<

# Library modules written in Python become part of the program.
LIBRARY_MODULES := $(shell find runtime/lib -name '*.py' 2>/dev/null)
$(GENERATED)/frozen_modules.h: scripts/freeze $(LIBRARY_MODULES)
	@mkdir -p $(@D)
	sh scripts/freeze runtime/lib > $@.new && mv $@.new $@
$(OUT)/vm/shell/frozen.o: $(GENERATED)/frozen_modules.h

clean: ## remove build/
	rm -rf $(BUILD)

help: ## list the targets
	@grep -hE '^[a-z][a-zA-Z0-9_-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([^:]*):.*## /\1\t/' | sort | expand -t 16

-include $(OBJECTS:.o=.d)
