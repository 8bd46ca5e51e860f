opening-p-34wb = <br>
