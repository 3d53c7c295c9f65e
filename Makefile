# Everything a newcomer or a contributor runs. `make help` lists it.

BUILD ?= build
MODEL := $(BUILD)/annals.model
SAMPLES := $(sort $(wildcard samples/*.jsonl samples/*.txt))
FUZZ_SECONDS ?= 60
BENCH_DOCS ?= samples/stories.jsonl
CONFIGURE := cmake -G Ninja $(if $(shell command -v ccache),-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
SOURCES = $(shell git ls-files '*.h' '*.cpp')

# A step says what it does; one that fails ends with a line that says what to do.
say = @echo "==> $(1)"
or_fail = || { echo "make $@: $(1)" >&2; exit 1; }

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test setup setup-test setup-dev build model bench bench-setup clang asan tsan fuzz screenshots format tidy clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: model ## set up, build, and read the sample stories into records
	$(call say,Reading the sample stories: $(SAMPLES))
	@$(BUILD)/annals read --model $(MODEL) --format table $(SAMPLES) \
	  $(call or_fail,reading the samples failed; the line above says on which one)

test: setup-test model ## set up, build, and run all tests
	$(call say,Running the tests)
	@ctest --test-dir $(BUILD) --output-on-failure --parallel "$$(nproc)" --no-tests=error </dev/null \
	  $(call or_fail,tests failed; their output is above)

setup: ## install the Debian packages and download the pinned pipelines and gazetteers
	$(call say,Checking the packages of tools/apt-packages.txt)
	@tools/install-packages tools/apt-packages.txt
	$(call say,Checking the wheels of tools/wheels.txt)
	@tools/fetch-wheels tools/wheels.txt

setup-test: setup
	$(call say,Checking the packages of tools/apt-packages-test.txt)
	@tools/install-packages tools/apt-packages-test.txt
	$(call say,Checking the packages of tools/test-requirements.txt)
	@tools/make-venv data/test-venv tools/test-requirements.txt

setup-dev: setup
	$(call say,Checking the packages of tools/apt-packages-dev.txt)
	@tools/install-packages tools/apt-packages-dev.txt

build: setup ## set up and build libannals, the annals command, the tests and the benchmarks
	$(call say,Building in release mode into $(BUILD)/)
	@mkdir -p $(BUILD)
	@$(CONFIGURE) -B $(BUILD) >$(BUILD)/configure.log 2>&1 || { cat $(BUILD)/configure.log; false; } \
	  $(call or_fail,CMake could not configure the build; the lines above name what it missed)
	@ninja -C $(BUILD) $(call or_fail,the build failed; the compiler's message is above)

model: build ## build build/annals.model from the pipeline and the lexicon
	$(call say,Building $(MODEL) where its pipeline or lexicon or the program changed)
	@ninja -C $(BUILD) model $(call or_fail,the model could not be built; the line above says why)

bench-setup: setup-dev ## make data/bench-venv with the spaCy that bench/ compares with
	$(call say,Checking data/bench-venv against tools/bench-requirements.txt)
	@tools/make-venv data/bench-venv tools/bench-requirements.txt

bench: model bench-setup ## measure parity and speed against spaCy on the stories in BENCH_DOCS
	$(call say,Measuring parity with spaCy on $(BENCH_DOCS))
	@data/bench-venv/bin/python bench/parity $(BENCH_DOCS) $(call or_fail,the results differ more than they may)
	$(call say,Measuring speed against spaCy on $(BENCH_DOCS))
	@data/bench-venv/bin/python bench/speed $(BENCH_DOCS) $(call or_fail,the benchmark failed; its output is above)

clang: setup-dev ## build with clang++-14 as well, warnings as errors
	$(call say,Building with clang++-14 into build-clang/)
	@$(CONFIGURE) -B build-clang -DCMAKE_CXX_COMPILER=clang++-14 >/dev/null
	@ninja -C build-clang $(call or_fail,the build with clang failed; the compiler's message is above)

asan: model ## run the tests under the address and undefined-behaviour sanitizers
	$(call sanitized,build-asan,address$(comma)undefined)

tsan: model ## run the tests under the thread sanitizer
	$(call sanitized,build-tsan,thread)

comma := ,
define sanitized
	$(call say,Building with -fsanitize=$(2) into $(1)/ and running the tests)
	@$(CONFIGURE) -B $(1) -DCMAKE_BUILD_TYPE=RelWithDebInfo -DANNALS_SANITIZE=$(2) -DANNALS_BENCH=OFF \
	  -DANNALS_MODEL=$(abspath $(MODEL)) >/dev/null
	@ninja -C $(1) $(call or_fail,the build failed; the compiler's message is above)
	@ctest --test-dir $(1) --output-on-failure --no-tests=error </dev/null \
	  $(call or_fail,a sanitizer or a test complained; its report is above)
endef

fuzz: model setup-dev ## run each fuzz target for FUZZ_SECONDS (60)
	$(call say,Building the fuzz targets with clang++-14 into build-fuzz/)
	@$(CONFIGURE) -B build-fuzz -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo -DANNALS_FUZZ=ON \
	  -DANNALS_TESTS=OFF -DANNALS_BENCH=OFF -DANNALS_MODEL=$(abspath $(MODEL)) >/dev/null
	@ninja -C build-fuzz $(call or_fail,the build failed; the compiler's message is above)
	@tools/run-fuzzers build-fuzz $(FUZZ_SECONDS) \
	  $(call or_fail,a fuzz target crashed; add the input it names as a case under tests/)

screenshots: model setup-dev setup-test ## take the pictures of docs/images anew
	$(call say,Taking the pictures of docs/images)
	@npm --prefix web run --silent screenshots $(call or_fail,a picture could not be taken; the lines above say why)

format: setup-dev ## lay out all C++ with clang-format
	@clang-format-14 -i $(SOURCES)

tidy: build setup-dev ## check the layout, and read all C++ with clang-tidy, warnings as errors
	$(call say,Checking the layout)
	@clang-format-14 --dry-run --Werror $(SOURCES) $(call or_fail,the layout differs; run make format)
	$(call say,Reading the code with clang-tidy)
	@git ls-files 'src/*.cpp' | xargs -P "$$(nproc)" -n 4 clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p $(BUILD) \
	  $(call or_fail,clang-tidy found something; its lines are above)

clean: ## remove what was built, keep what was downloaded
	@rm -rf build build-*
