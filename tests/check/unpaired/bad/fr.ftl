lead-p-h5fc = Le texte est ici (voir ci-dessous.
lead-p-g2f5 = Elle a dit « oui deux fois.
lead-p-kdag = Le film] a été loué.
