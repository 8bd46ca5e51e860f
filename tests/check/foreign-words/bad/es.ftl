lead-p-66ta = Un texto, en árabe حقوق الإنسان للجميع في العالم.
lead-p-5x6x = Una palabra rusa.
