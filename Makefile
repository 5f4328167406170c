# Vivarium's build.  `make help` lists the targets.

CC ?= gcc
MODE ?= release
PREFIX ?= /usr/local
BUILD := build
OUT := $(BUILD)/$(MODE)
GENERATED := $(BUILD)/generated
RE2C ?= re2c
BISON ?= bison

PACKAGES := gmp
# Linked statically: three more libraries to load would be felt at every start.
STATIC_PACKAGES := libpcre2-8 libpcre2-16 libpcre2-32
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wno-unused-function
ifdef CI
WARNINGS += -Werror
endif

# Pairs of Values are written one by one and read soon after: vectorised loads would wait for both stores.
FLAGS_release := -O3 -DNDEBUG -flto=auto -fno-semantic-interposition -fno-plt -fno-tree-slp-vectorize -fno-pie -no-pie
FLAGS_fast := -O2 -g
FLAGS_debug := -O1 -g -DVIV_DEBUG
FLAGS_asan := -O1 -g -DVIV_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_mutants := -O1 -g -DVIV_DEBUG -DVIV_MUTANTS
# (null plus nothing is null)
FLAGS_fuzz := -O1 -g -DVIV_DEBUG -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow -fno-sanitize-recover=undefined
FLAGS_coverage := -O0 -g --coverage

CPPFLAGS += -D_GNU_SOURCE -I. -I$(GENERATED) $(shell pkg-config --cflags $(PACKAGES) $(STATIC_PACKAGES) 2>/dev/null)
CFLAGS += -std=gnu17 $(WARNINGS) $(FLAGS_$(MODE)) -fno-strict-aliasing
LDFLAGS += $(FLAGS_$(MODE))
LDLIBS += -Wl,-Bstatic $(shell pkg-config --libs $(STATIC_PACKAGES) 2>/dev/null) -Wl,-Bdynamic \
	$(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lunistring -lm

LAYERS := gc lexer parser runtime runtime/modules vm/bytecode vm/compiler vm/machine vm/stepper vm/shell
SOURCES := $(sort $(foreach layer,$(LAYERS),$(wildcard $(layer)/*.c)))
LEXERS := $(wildcard lexer/*.re)
GRAMMARS := $(wildcard parser/*.y)
GENERATED_SOURCES := $(LEXERS:lexer/%.re=$(GENERATED)/%.c) $(GRAMMARS:parser/%.y=$(GENERATED)/%.c)
OBJECTS := $(SOURCES:%.c=$(OUT)/%.o) $(GENERATED_SOURCES:$(GENERATED)/%.c=$(OUT)/generated/%.o)
LIBRARY_OBJECTS := $(filter-out $(OUT)/vm/shell/main.o,$(OBJECTS))

.PHONY: all help objects debug asan clean run test test-debug test-asan unit golden lint install pgo bench oom mutants stress coverage ownership fuzz fuzz-diff
.SECONDARY:
all: $(BUILD)/viv ## build build/viv, optimised (the default)

$(BUILD)/viv: bootstrap
	@$(MAKE) --no-print-directory MODE=release $(BUILD)/release/viv
	@ln -sf release/viv $@

.PHONY: bootstrap $(BUILD)/viv
bootstrap: ## install what is missing for the build
	@scripts/bootstrap

run: all ## play the tutorial: every snippet, its output, and what happened in memory
	@scripts/play-tutorial $(BUILD)/viv

asan: ## build build/asan/viv: AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory MODE=asan build/asan/viv

debug: ## build build/debug/viv: -O1, assertions, heap oracles
	@$(MAKE) --no-print-directory MODE=debug build/debug/viv

objects: $(OBJECTS) ## compile every source of MODE= without linking

$(OUT)/viv: $(OBJECTS)
	@echo "  LINK  $@"
	@$(CC) $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

$(OUT)/%.o: %.c | $(GENERATED_SOURCES)
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/generated/%.o: $(GENERATED)/%.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-missing-prototypes -MMD -MP -c -o $@ $<

$(GENERATED)/%.c: lexer/%.re
	@mkdir -p $(@D)
	@echo "  RE2C  $<"
	@$(RE2C) -i -W --no-debug-info -o $@ $<

$(GENERATED)/%.c: parser/%.y
	@mkdir -p $(@D)
	@echo "  BISON $<"
	@$(BISON) -Wall -Wno-yacc --defines=$(@:.c=.h) -o $@ $<

# Library modules written in Python become part of the program.
LIBRARY_MODULES := $(shell find runtime/lib -name '*.py' 2>/dev/null)
$(GENERATED)/frozen_modules.h: scripts/freeze $(LIBRARY_MODULES)
	@mkdir -p $(@D)
	@sh scripts/freeze runtime/lib > $@.new && mv $@.new $@
$(OUT)/vm/shell/frozen.o: $(GENERATED)/frozen_modules.h

clean: ## remove build/
	rm -rf $(BUILD)

# ---- Tests

UNIT_SOURCES := $(wildcard tests/unit/test_*.c)
UNIT_PROGRAMS := $(UNIT_SOURCES:%.c=$(OUT)/%)
GOLDEN := tests/golden tests/gc tests/errors tests/shell tests/tutorial
# The first line of a unit test names the folders whose objects it links: /* layers: gc lexer parser */
layers_of = $(shell sed -n '1s,^/\* layers: \(.*\) \*/.*,\1,p' tests/unit/$(1).c)
objects_of = $(foreach layer,$(call layers_of,$(1)),$(filter $(OUT)/$(layer)/%.o,$(LIBRARY_OBJECTS)) \
	$(if $(filter lexer,$(layer)),$(OUT)/generated/scanner.o) $(if $(filter parser,$(layer)),$(OUT)/generated/grammar.o))

.SECONDEXPANSION:
$(OUT)/tests/unit/%: tests/unit/%.c $$(sort $$(call objects_of,$$*))
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $$(pkg-config --cflags check) -o $@ $^ $(LDLIBS) $$(pkg-config --libs check)

unit: $(UNIT_PROGRAMS) ## run the unit tests of MODE=
	@scripts/unit-tests $(UNIT_PROGRAMS)

golden: $(OUT)/viv ## run the golden scripts with the program of MODE=
	@scripts/golden-tests $(OUT)/viv $(wildcard $(GOLDEN))

# Optimised program, debug program with its oracles, and unit tests; the last line is the sum.
test: all ## run all tests; the last line is "N passed, N failed"
	@$(MAKE) --no-print-directory MODE=debug build/debug/viv
	@mkdir -p $(BUILD)/logs
	-@$(MAKE) --no-print-directory MODE=debug unit > $(BUILD)/logs/unit.log 2>&1; tail -n 40 $(BUILD)/logs/unit.log | grep -v '^make'
	-@scripts/golden-tests $(BUILD)/viv $(wildcard $(GOLDEN)) > $(BUILD)/logs/golden.log 2>&1; cat $(BUILD)/logs/golden.log
	-@scripts/golden-tests -o '--check-heap -X oracle' $(BUILD)/debug/viv $(wildcard $(GOLDEN)) > $(BUILD)/logs/oracle.log 2>&1; cat $(BUILD)/logs/oracle.log
	@scripts/total $(BUILD)/logs/unit.log $(BUILD)/logs/golden.log $(BUILD)/logs/oracle.log

test-asan: export ASAN_OPTIONS = allocator_may_return_null=1:max_allocation_size_mb=8192
test-asan: export UBSAN_OPTIONS = print_stacktrace=1
test-asan: ## run all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory MODE=asan build/asan/viv
	@mkdir -p $(BUILD)/logs
	-@$(MAKE) --no-print-directory MODE=asan unit > $(BUILD)/logs/unit-asan.log 2>&1; tail -n 40 $(BUILD)/logs/unit-asan.log | grep -v '^make'
	-@TEST_TIMEOUT=300 scripts/golden-tests build/asan/viv $(wildcard $(GOLDEN)) > $(BUILD)/logs/golden-asan.log 2>&1; cat $(BUILD)/logs/golden-asan.log
	@scripts/total $(BUILD)/logs/unit-asan.log $(BUILD)/logs/golden-asan.log

stress: ## golden scripts with a collection at every safe point and the oracle on, in full (slow)
	@$(MAKE) --no-print-directory MODE=debug build/debug/viv
	TEST_TIMEOUT=1200 scripts/golden-tests -o '--check-heap -X oracle -X gcstress' build/debug/viv $(wildcard $(GOLDEN))

oom: ## fail each allocation in turn over the scripts of tests/oom
	@$(MAKE) --no-print-directory MODE=asan build/asan/viv
	scripts/oom build/asan/viv tests/oom

mutants: ## drop or double a release in 20 places: the suite must notice each
	scripts/mutants

# Three targets for clang's libFuzzer under ASan and UBSan.  Findings stay in build/fuzz/TARGET.findings; the corpus
# that a run has gathered is where the next one begins.
TARGET ?= parser compiler interpreter
SECONDS ?= 1800
FUZZ_WRAP := -Wl,--wrap=open -Wl,--wrap=fopen -Wl,--wrap=module_spec_find
FUZZ_OPTIONS ?=
FUZZ_OBJECTS = $(if $(filter parser,$(1)),$(filter $(OUT)/gc/memory.o $(OUT)/lexer/% $(OUT)/parser/% $(OUT)/generated/%,$(LIBRARY_OBJECTS)), \
	$(OUT)/tests/fuzz/harness.o $(LIBRARY_OBJECTS))

$(OUT)/fuzz_%: $(OUT)/tests/fuzz/fuzz_%.o $(OUT)/tests/fuzz/mutate.o $$(call FUZZ_OBJECTS,$$*)
	@echo "  LINK  $@"
	@$(CC) $(LDFLAGS) -fsanitize=fuzzer $(if $(filter-out parser,$*),$(FUZZ_WRAP)) -o $@ $^ $(LDLIBS)

fuzz: ## fuzz TARGET=parser|compiler|interpreter (all) for SECONDS=1800 each (clang's libFuzzer, ASan, UBSan)
	@$(MAKE) --no-print-directory MODE=fuzz CC=clang $(TARGET:%=$(BUILD)/fuzz/fuzz_%)
	@for target in $(TARGET); do scripts/fuzz $$target $(SECONDS) $(FUZZ_OPTIONS) || exit 1; done

fuzz-diff: ## compare COUNT=100000 generated programs (from SEED= on) with CPython 3.13, where it is installed
	@$(MAKE) --no-print-directory MODE=fast build/fast/viv
	@scripts/fuzz-diff build/fast/viv $(FUZZ_DIFF_OPTIONS)

bench: all ## time tests/bench against python3, interleaved
	scripts/bench $(BUILD)/viv

lint: ## check layers, slots, sizes and names
	@scripts/lint

ownership: ## check OWNED, BORROWED and STEALS with clang's analyzer
	scripts/ownership

coverage: ## line coverage of runtime/, vm/ and gc/ by the tests
	scripts/coverage

install: all ## install to PREFIX= (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)/release/viv $(DESTDIR)$(PREFIX)/bin/viv

pgo: ## build build/viv with profile-guided optimisation over tests/bench
	scripts/pgo

help: ## list the targets
	@grep -hE '^[a-z][a-zA-Z0-9_-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([^:]*):.*## /\1\t/' | sort | expand -t 16

-include $(OBJECTS:.o=.d)
